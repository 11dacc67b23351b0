async def remind(client, bot):
    for dose in await client.due():
        await bot.send(dose)

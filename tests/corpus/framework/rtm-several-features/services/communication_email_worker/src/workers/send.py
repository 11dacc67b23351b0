"""Send a mail, try again three times."""


async def send(mailer, mail) -> bool:
    attempts = 0
    while attempts < 3:
        if await mailer.deliver(mail):
            return True
        # Implements: FR-002
        attempts += 1
        await mailer.wait(attempts)
    return False

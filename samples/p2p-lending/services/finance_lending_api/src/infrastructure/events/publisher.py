"""Publish domain events to RabbitMQ."""

import json

import aio_pika

EXCHANGE = "lending.events"


class EventPublisher:
    def __init__(self, channel: aio_pika.abc.AbstractChannel) -> None:
        self.channel = channel

    async def publish(self, name: str, payload: dict) -> None:
        exchange = await self.channel.get_exchange(EXCHANGE)
        body = json.dumps(payload, default=str).encode()
        await exchange.publish(aio_pika.Message(body), routing_key=name)

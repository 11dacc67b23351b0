"""Receive Stripe webhooks and hand them to the worker (ADR-20251003-001)."""

import stripe
from fastapi import APIRouter, Depends, Header, HTTPException, Request

from src.core.dependencies import event_publisher, webhook_key

router = APIRouter(prefix="/api/v1/webhooks", tags=["webhooks"])


# Implements: FR-004
@router.post("/stripe", status_code=202)
async def receive(
    request: Request,
    signature: str = Header(alias="Stripe-Signature"),
    key: str = Depends(webhook_key),
    events=Depends(event_publisher),
) -> dict:
    body = await request.body()
    try:
        event = stripe.Webhook.construct_event(body, signature, key)
    except stripe.SignatureVerificationError as error:
        raise HTTPException(status_code=400, detail="bad signature") from error
    await events.publish("payment.received", {"id": event["id"], "type": event["type"]})
    return {"accepted": event["id"]}

"""Dependency wiring of the lending API."""

from fastapi import Header, HTTPException, Request

from src.application.use_cases.create_loan import CreateLoan

TOKEN_HEADER = "X-Access-Token"


def event_publisher(request: Request):
    return request.app.state.events


def webhook_key(request: Request) -> str:
    return request.app.state.settings.stripe_webhook_key


def create_loan_use_case(request: Request) -> CreateLoan:
    return CreateLoan(request.app.state.data, request.app.state.events)


async def current_user_id(
    request: Request, access_token: str = Header(alias=TOKEN_HEADER)
) -> str:
    user = await request.app.state.data.find_token(access_token)
    if user is None:
        raise HTTPException(status_code=401, detail="unknown token")
    request.state.user_id = user["id"]
    return user["id"]

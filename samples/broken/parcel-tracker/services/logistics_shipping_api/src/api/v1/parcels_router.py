"""Parcel endpoints."""

from fastapi import APIRouter

router = APIRouter(prefix="/api/v1/parcels")


@router.get("/{number}")
async def get_parcel(number: str) -> dict:
    return {"number": number}


@router.post("/{number}/labels", status_code=201)
async def print_label(number: str) -> dict:
    return {"number": number, "format": "A6"}

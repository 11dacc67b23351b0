"""Batches of readings."""

router = APIRouter(prefix="/api/v1/batches")

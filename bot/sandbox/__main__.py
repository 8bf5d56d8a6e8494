"""A bare sandbox for developers: python -m bot.sandbox --port 8081."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import serve
from bot.sandbox.state import SANDBOX_TOKEN
from bot.sandbox.world import World

_NAMES = ("林晓", "王建国", "陈思远", "李敏", "赵磊", "周婷", "吴昊", "郑洁", "孙涛", "马丽")


def main() -> int:
    """Run a sandbox with a few people until interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m bot.sandbox", description="A Bot API-compatible Telegram on this machine."
    )
    parser.add_argument("--port", type=int, default=8081, help="port on 127.0.0.1 (0: any free)")
    parser.add_argument(
        "--token", default=SANDBOX_TOKEN, help=f"what the bot calls itself by ({SANDBOX_TOKEN})"
    )
    parser.add_argument("--users", type=int, default=2, help="how many people live in it")
    parser.add_argument("--no-rates", action="store_true", help="never answer 429")
    args = parser.parse_args()
    world = World(SandboxClock(datetime.now(UTC)), token=args.token, rate_limits=not args.no_rates)
    for number in range(args.users):
        name = _NAMES[number % len(_NAMES)]
        world.add_user(1001 + number, name if number < len(_NAMES) else f"{name}{number}")
    try:
        asyncio.run(_run(world, args.port))
    except KeyboardInterrupt:
        return 0
    return 0


async def _run(world: World, port: int) -> None:
    server = await serve(world, port=port)
    sys.stdout.write(f"{server.url}\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await server.close()


if __name__ == "__main__":
    sys.exit(main())

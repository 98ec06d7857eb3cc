"""Calls tools with the Python client of the Model Context Protocol. The arguments are
the address of a server, or a command that speaks over standard input and output. Lines
of JSON come in ({"tool", "arguments"}); for each one goes out ({"text", "failed"})."""

import asyncio
import json
import sys

from mcp import Client, StdioServerParameters


async def main(server):
    async with Client(server) as client:
        tools = {tool.name for tool in (await client.list_tools()).tools}
        for line in sys.stdin:
            call = json.loads(line)
            assert call["tool"] in tools, call["tool"]
            answer = await client.call_tool(call["tool"], call["arguments"])
            text = "".join(part.text for part in answer.content)
            if not answer.is_error:
                assert json.loads(text) == answer.structured_content
            print(json.dumps({"text": text, "failed": bool(answer.is_error)}), flush=True)


first, *rest = sys.argv[1:]
asyncio.run(main(StdioServerParameters(command=first, args=rest) if rest else first))

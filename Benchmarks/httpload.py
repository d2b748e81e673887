"""Sends prepared HTTP requests over a number of kept connections, as fast as answers come.

Runs as a process of its own, so that it shares no interpreter with what reads its result:

    httpload.py PORT CONNECTIONS SECONDS FILE    prints {"rate", "p50", "p99", "failed"} as JSON
    httpload.py --answer PORT                    a server that does nothing, to find the load's own limit

FILE holds the requests, each after its length in four octets.
"""

import asyncio
import json
import struct
import sys
import time

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}"


def write_requests(path, requests):
    with open(path, "wb") as file:
        for request in requests:
            file.write(struct.pack("!I", len(request)) + request)


def read_requests(path):
    with open(path, "rb") as file:
        data = file.read()
    requests, offset = [], 0
    while offset < len(data):
        (length,) = struct.unpack_from("!I", data, offset)
        requests.append(data[offset + 4 : offset + 4 + length])
        offset += 4 + length
    return requests


class Client(asyncio.Protocol):
    """One connection with one request under way. A server that closes after each answer, as HTTP
    1.0 does, is connected to again; that is its cost and is counted."""

    def __init__(self, load, next_request):
        self.load = load
        self.next_request = next_request

    def connection_made(self, transport):
        self.transport = transport
        self.buffer = b""
        self.send()

    def send(self):
        if time.perf_counter() >= self.load.deadline:
            self.load.finish(self)
            return
        if self.load.started_again:
            self.sent = self.load.started_again.pop()
        else:
            self.sent = time.perf_counter()
        self.transport.write(next(self.next_request))

    def data_received(self, data):
        self.buffer += data
        head, separator, body = self.buffer.partition(b"\r\n\r\n")
        if not separator:
            return
        lowered = head.lower()
        length = int(lowered.partition(b"content-length:")[2].split(b"\r\n")[0] or 0)
        if len(body) < length:
            return
        self.load.answered(head[9:12] == b"200", time.perf_counter() - self.sent)
        self.buffer = b""
        if head.startswith(b"HTTP/1.0") or b"connection: close" in lowered:
            self.transport.abort()
        else:
            self.send()

    def connection_lost(self, error):
        self.load.reconnect(self)


class Load:
    def __init__(self, port, connections, seconds, requests):
        self.port, self.connections, self.seconds = port, connections, seconds
        self.requests = requests
        self.times = []
        self.failed = 0
        self.started_again = []

    def answered(self, well, seconds):
        self.times.append(seconds)
        self.failed += not well

    def finish(self, client):
        client.load = Finished()
        client.transport.abort()
        self.open -= 1
        if self.open == 0:
            self.done.set_result(None)

    def reconnect(self, client):
        if time.perf_counter() >= self.deadline:
            self.finish(client)
        else:
            self.started_again.append(time.perf_counter())
            self.tasks.append(asyncio.ensure_future(self.connect(client.next_request)))

    async def connect(self, requests):
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: Client(self, requests), "127.0.0.1", self.port)

    async def run(self):
        def cycle(first):
            index = first
            while True:
                yield self.requests[index % len(self.requests)]
                index += self.connections

        self.done = asyncio.get_running_loop().create_future()
        self.tasks = []
        self.open = self.connections
        start = time.perf_counter()
        self.deadline = start + self.seconds
        for number in range(self.connections):
            await self.connect(cycle(number))
        await asyncio.wait_for(self.done, self.seconds + 60)
        elapsed = time.perf_counter() - start
        times = sorted(self.times)
        return {
            "rate": len(times) / elapsed,
            "p50": times[len(times) // 2],
            "p99": times[int(len(times) * 0.99)],
            "failed": self.failed,
        }


class Finished:
    """Takes the place of the load once a connection has no more to do."""

    def reconnect(self, client):
        pass

    def answered(self, well, seconds):
        pass


class Answer(asyncio.Protocol):
    """Answers each request whose body it has seen the end of."""

    def connection_made(self, transport):
        self.transport, self.buffer = transport, b""

    def data_received(self, data):
        self.buffer += data
        head, separator, body = self.buffer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0] or 0)
        if separator and len(body) >= length:
            self.buffer = b""
            self.transport.write(ANSWER)


async def answer(port):
    server = await asyncio.get_running_loop().create_server(Answer, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1] == "--answer":
        asyncio.run(answer(int(sys.argv[2])))
    else:
        port, connections, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
        result = asyncio.run(Load(port, connections, seconds, read_requests(sys.argv[4])).run())
        print(json.dumps(result))

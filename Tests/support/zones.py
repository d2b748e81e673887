"""A DNS server on loopback that answers from the text of a zone file, and knows no other names."""

import socketserver
import struct
import threading

import dns.flags
import dns.message
import dns.query
import dns.rcode
import dns.rdatatype
import dns.zone

from .processes import LOOPBACK, free_port


class Zones:
    """`with Zones(text) as zones: … zones.port`. Names in `failing` are answered with SERVFAIL."""

    def __init__(self, text, failing=()):
        self.zone = dns.zone.from_text(text, origin=".", relativize=False, check_origin=False)
        self.failing = {dns.name.from_text(name) for name in failing}
        self.port = free_port()
        self.asked = []
        self.servers = [
            self.server(socketserver.ThreadingUDPServer, self.udp_handler()),
            self.server(socketserver.ThreadingTCPServer, self.tcp_handler()),
        ]

    def add(self, text):
        """More records; those of a name take the place of what it had."""
        more = dns.zone.from_text(text, origin=".", relativize=False, check_origin=False)
        for name, node in more.nodes.items():
            self.zone.nodes[name] = node

    def remove(self, *names):
        """Names that there are no more."""
        for name in names:
            self.zone.nodes.pop(dns.name.from_text(name), None)

    def server(self, kind, handler):
        kind.allow_reuse_address = True
        made = kind((LOOPBACK, self.port), handler)
        made.daemon_threads = True
        return made

    def __enter__(self):
        for server in self.servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def answer(self, wire, limit):
        query = dns.message.from_wire(wire)
        question = query.question[0]
        self.asked.append((question.name.to_text(), dns.rdatatype.to_text(question.rdtype)))
        response = dns.message.make_response(query, recursion_available=True)
        node = self.zone.get_node(question.name)
        if question.name in self.failing:
            response.set_rcode(dns.rcode.SERVFAIL)
        elif node is None:
            response.set_rcode(dns.rcode.NXDOMAIN)
        elif found := node.get_rdataset(question.rdclass, question.rdtype):
            response.find_rrset(
                response.answer, question.name, question.rdclass, question.rdtype, create=True
            ).update(found)
        written = response.to_wire()
        if limit and len(written) > max(limit, query.payload):
            response.answer = []
            response.flags |= dns.flags.TC
            written = response.to_wire()
        return written

    def udp_handler(zones):
        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                wire, socket = self.request
                socket.sendto(zones.answer(wire, limit=512), self.client_address)

        return Handler

    def tcp_handler(zones):
        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                while head := self.rfile.read(2):
                    (length,) = struct.unpack("!H", head)
                    written = zones.answer(self.rfile.read(length), limit=None)
                    self.wfile.write(struct.pack("!H", len(written)) + written)

        return Handler

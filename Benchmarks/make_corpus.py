#!/usr/bin/env python3
"""make_corpus.py FOLDER [COUNT]: messages as people and programs send them, the same at each run.

Plain texts, text and HTML in quoted-printable and base64, pictures, attachments, messages within
messages; 2 to 200 KB each, lines ending with CRLF.
"""

import base64
import quopri
import random
import sys
from pathlib import Path

WORDS = (
    "the of and to in that we you for is on with as it be at this have from or had by but not what "
    "all were when there can an your which their said if do will each about how up out them then "
    "invoice order delivery meeting project review customer schedule attached regards question"
).split()
ACCENTED = "café naïve Grüße über façade señor Zürich garçon déjà Übung Straße".split()
CRLF = b"\r\n"


def words(rng, count):
    """One word in twenty has a letter outside ASCII."""
    return " ".join(rng.choice(ACCENTED if rng.random() < 0.05 else WORDS) for _ in range(count))


def text(rng, size):
    lines, total = [], 0
    while total < size:
        line = words(rng, rng.randint(4, 14))
        lines.append(line)
        total += len(line) + 2
        if rng.random() < 0.15:
            lines.append("")
    return "\r\n".join(lines) + "\r\n"


def html(rng, size):
    rows = "\r\n".join(
        f'<p style="margin:0;color:#333333"><a href="https://example.com/?id={rng.getrandbits(32)}">'
        f"{words(rng, 12)}</a></p>"
        for _ in range(max(1, size // 180)))
    return f"<html><body>\r\n{rows}\r\n</body></html>\r\n"


def quoted(content):
    # The content has CRLF; the encoder knows line ends as LF only.
    encoded = quopri.encodestring(content.replace("\r\n", "\n").encode())
    return encoded.replace(b"\n", CRLF)


def wrapped(content):
    return base64.encodebytes(content).replace(b"\n", CRLF)


def leaf(rng, kind, size):
    """Fields and body of a part of about `size` bytes."""
    if kind == "plain":
        ascii_only = text(rng, size).encode("ascii", "ignore")
        return ["Content-Type: text/plain; charset=us-ascii", "Content-Transfer-Encoding: 7bit"], ascii_only
    if kind == "plain-qp":
        return (["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
                quoted(text(rng, size)))
    if kind == "html-qp":
        return (["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
                quoted(html(rng, size)))
    if kind == "html-base64":
        return (["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"],
                wrapped(html(rng, size).encode()))
    if kind == "plain-latin1":
        content = text(rng, size).encode("iso-8859-1", "replace")
        return (["Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: 8bit"], content)
    if kind == "image":
        return (["Content-Type: image/png; name=\"image001.png\"", "Content-Transfer-Encoding: base64",
                 f"Content-ID: <image001.{rng.getrandbits(32):08x}@example.com>",
                 "Content-Disposition: inline; filename=\"image001.png\""], wrapped(rng.randbytes(size)))
    return (["Content-Type: application/pdf;\r\n name*=utf-8''Rechnung%20M%C3%A4rz%202026.pdf",
             "Content-Transfer-Encoding: base64",
             "Content-Disposition: attachment;\r\n filename*=utf-8''Rechnung%20M%C3%A4rz%202026.pdf"],
            wrapped(rng.randbytes(size)))


def multipart(rng, subtype, parts):
    boundary = f"----=_Part_{rng.getrandbits(32)}_{rng.getrandbits(40)}"
    body = b"".join(
        b"--" + boundary.encode() + CRLF + "\r\n".join(fields).encode() + CRLF + CRLF + content + CRLF
        for fields, content in parts)
    return ([f"Content-Type: multipart/{subtype};\r\n boundary=\"{boundary}\""],
            b"This is a multi-part message in MIME format." + CRLF + body
            + b"--" + boundary.encode() + b"--" + CRLF)


def header(rng, number):
    hops = [
        f"Received: from mail{hop}.example.com (mail{hop}.example.com [192.0.2.{hop + 1}])\r\n"
        f"\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n"
        f"\tby mx{hop}.example.net (Postfix) with ESMTPS id {rng.getrandbits(48):012X}\r\n"
        f"\tfor <reader@example.net>; Mon, 23 Nov 2026 09:05:{hop:02} +0000"
        for hop in range(rng.randint(2, 5))]
    signature = base64.b64encode(rng.randbytes(256)).decode()
    folded = "\r\n\t ".join(signature[i:i + 68] for i in range(0, len(signature), 68))
    return hops + [
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1;\r\n"
        f"\th=from:to:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;\r\n\tb={folded}",
        f"Message-ID: <{rng.getrandbits(64):016x}.{number}@example.com>",
        "Date: Mon, 23 Nov 2026 09:05:00 +0000",
        "From: =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.com>",
        "To: \"Reader, First\" <reader@example.net>, second@example.org,\r\n Third <third@example.org>",
        "Subject: =?utf-8?B?R3LDvMOfZSBhdXMgWsO8cmljaDog?= =?utf-8?Q?Rechnung_f=C3=BCr_M=C3=A4rz?=",
        "MIME-Version: 1.0", "X-Mailer: Example 1.0", f"X-Report-Id: {rng.getrandbits(60)}",
    ]


def message(rng, number, shape, size):
    if shape == "plain":
        fields, body = leaf(rng, "plain", size)
    elif shape == "latin1":
        fields, body = leaf(rng, "plain-latin1", size)
    elif shape == "alternative":
        kind = rng.choice(["html-qp", "html-base64"])
        fields, body = multipart(rng, "alternative", [
            leaf(rng, "plain-qp", size // 4), leaf(rng, kind, size * 3 // 4)])
    elif shape == "pictures":
        related = multipart(rng, "related", [
            leaf(rng, "html-qp", size // 3), leaf(rng, "image", size // 4), leaf(rng, "image", size // 4)])
        fields, body = multipart(rng, "alternative", [leaf(rng, "plain-qp", size // 6), related])
    elif shape == "attachment":
        inner = multipart(rng, "alternative", [leaf(rng, "plain-qp", size // 10), leaf(rng, "html-qp", size // 5)])
        fields, body = multipart(rng, "mixed", [inner, leaf(rng, "pdf", size * 5 // 10)])
    else:
        within = message(rng, number + 10_000, rng.choice(["alternative", "attachment"]), size * 3 // 4)
        fields, body = multipart(rng, "mixed", [
            leaf(rng, "plain-qp", size // 8), (["Content-Type: message/rfc822"], within)])
    return "\r\n".join(header(rng, number) + fields).encode() + CRLF + CRLF + body


def main():
    folder = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    shapes = ["plain", "latin1", "alternative", "alternative", "alternative", "pictures", "attachment",
              "attachment", "nested"]
    for number in range(count):
        size = int(2000 * 100 ** rng.random())
        shape = rng.choice(shapes)
        (folder / f"{number:04}.eml").write_bytes(message(rng, number, shape, size))


if __name__ == "__main__":
    main()

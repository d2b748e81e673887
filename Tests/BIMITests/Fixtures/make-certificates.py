#!/usr/bin/env python3
"""Makes the certificates beside this file, and those of Tests/MailAuthTests/DANE.

Needs the package `cryptography`. Keys are thrown away, so that every run makes other certificates with
the same contents. Mark certificates are made after draft-fetch-validation-vmc-wchuang: P-256 keys, an
RFC 9399 logotype with a packed SVG, and an extension in the place of a list of timestamps.
"""

import base64
import datetime
import gzip
import hashlib
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

HERE = Path(__file__).resolve().parent
START = datetime.datetime(2026, 1, 1)
END = datetime.datetime(2027, 1, 1)
FAR = datetime.datetime(2100, 1, 1)
MARKS = ObjectIdentifier("1.3.6.1.5.5.7.3.31")
LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64">
<title>Example</title>
<circle cx="32" cy="32" r="30" fill="#2a6"/>
</svg>
"""
BAD_LOGO = LOGO.replace(b"<circle", b"<script>x()</script><circle")


def der(tag, *parts):
    body = b"".join(parts)
    size = len(body)
    if size < 128:
        return bytes([tag, size]) + body
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + body


SHA256 = der(0x30, bytes.fromhex("0609608648016503040201"))


def logotype(svg, hashed=None, indirect=False, uri=None):
    packed = gzip.compress(svg, mtime=0)
    uri = uri or b"data:image/svg+xml;base64," + base64.b64encode(packed)
    digest = hashlib.sha256(packed if hashed is None else hashed).digest()
    details = der(
        0x30, der(0x16, b"image/svg+xml"),
        der(0x30, der(0x30, SHA256, der(0x04, digest))),
        der(0x30, der(0x16, uri)))
    if indirect:
        info = der(0xA1, der(0x30, der(0x30, SHA256, der(0x04, digest))), der(0x30, der(0x16, uri)))
    else:
        info = der(0xA0, der(0x30, der(0x30, details)))
    return der(0x30, der(0xA2, info))


def name(common, mark=None):
    attributes = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if mark:
        attributes.append(
            x509.NameAttribute(ObjectIdentifier("1.3.6.1.4.1.53087.1.13"), mark))
    return x509.Name(attributes)


def issue(subject, key, issuer, issuer_key, extensions, end=FAR, start=START):
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(start).not_valid_after(end))
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def authority(subject, issuer=None, issuer_key=None, purposes=None):
    key = ec.generate_private_key(ec.SECP256R1())
    extensions = [(x509.BasicConstraints(True, None), True)]
    if purposes:
        extensions.append((x509.ExtendedKeyUsage(purposes), False))
    certificate = issue(
        subject, key, issuer.subject if issuer else subject, issuer_key or key, extensions)
    return certificate, key


def pem(*certificates):
    return b"".join(c.public_bytes(serialization.Encoding.PEM) for c in certificates).decode()


root, root_key = authority(name("Example Mark Root"))
issuing, issuing_key = authority(name("Example Mark CA"), root, root_key, [MARKS])
plain, plain_key = authority(
    name("Example Web CA"), root, root_key, [ExtendedKeyUsageOID.SERVER_AUTH])


def mark(
    names=("example.com",), purposes=(MARKS,), logo=logotype(LOGO), end=END, timestamps=True,
    revocation=True, issuer=issuing, issuer_key=issuing_key,
):
    key = ec.generate_private_key(ec.SECP256R1())
    extensions = [
        (x509.SubjectAlternativeName([x509.DNSName(n) for n in names]), False),
        (x509.ExtendedKeyUsage(list(purposes)), False),
    ]
    if logo:
        extensions.append(
            (x509.UnrecognizedExtension(ObjectIdentifier("1.3.6.1.5.5.7.1.12"), logo), False))
    if timestamps:
        extensions.append((
            x509.UnrecognizedExtension(
                ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2"), der(0x04, b"\0\0")), False))
    if revocation:
        extensions.append((
            x509.CRLDistributionPoints([
                x509.DistributionPoint(
                    [x509.UniformResourceIdentifier("http://crl.example/mark.crl")], None, None, None)
            ]), False))
    leaf = issue(
        name("Example", "Registered Mark"), key, issuer.subject, issuer_key, extensions, end)
    return pem(leaf, issuer)


files = {
    "root.pem": pem(root),
    "other-root.pem": pem(authority(name("Example Mark Root"))[0]),
    "good.pem": mark(),
    "selector.pem": mark(names=["brand._bimi.example.com"]),
    "other-name.pem": mark(names=["example.net", "sub.example.com"]),
    "hash-of-svg.pem": mark(logo=logotype(LOGO, hashed=LOGO)),
    "wrong-hash.pem": mark(logo=logotype(LOGO, hashed=b"")),
    "bad-logo.pem": mark(logo=logotype(BAD_LOGO)),
    "bomb.pem": mark(logo=logotype(LOGO + b" " * 1_000_000)),
    "no-logo.pem": mark(logo=None),
    "indirect-logo.pem": mark(logo=logotype(LOGO, indirect=True)),
    "remote-logo.pem": mark(logo=logotype(LOGO, uri=b"https://example.com/logo.svg")),
    "broken-logo.pem": mark(logo=logotype(LOGO)[:-3]),
    "no-purpose.pem": mark(purposes=[ExtendedKeyUsageOID.SERVER_AUTH]),
    "issuer-without-purpose.pem": mark(issuer=plain, issuer_key=plain_key),
    "no-timestamps.pem": mark(timestamps=False),
    "no-revocation-list.pem": mark(revocation=False),
}
for file, text in files.items():
    (HERE / file).write_text(text)
(HERE / "logo.svg").write_bytes(LOGO)
(HERE / "logo.svgz").write_bytes(gzip.compress(LOGO, mtime=0))

# DANE: a root, an issuer beneath it, and a server beneath that.
web_root, web_root_key = authority(name("Example Root"))
web_issuer, web_issuer_key = authority(name("Example Issuer"), web_root, web_root_key)
server_key = ec.generate_private_key(ec.SECP256R1())


def server(names, end=FAR, common="mx.example.com"):
    extensions = [(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)]
    if names:
        extensions.append((x509.SubjectAlternativeName([x509.DNSName(n) for n in names]), False))
    return issue(
        name(common), server_key, web_issuer.subject, web_issuer_key, extensions, end)


samples = {
    "root": web_root,
    "issuer": web_issuer,
    "server": server(["mx.example.com", "example.org"]),
    "wildcardServer": server(["*.example.com"]),
    "commonNameServer": server([]),
    "expiredServer": server(["mx.example.com"], END),
}
lines = [
    "import MailAuth", "",
    "/// A root, an issuer beneath it, and servers beneath that, all with P-256 keys and valid from 2026",
    "/// to 2100, `expiredServer` to 2027. Made by Tests/BIMITests/Fixtures/make-certificates.py.",
    "enum DANESamples {",
]
for label, certificate in samples.items():
    lines.append(f'    static let {label} = certificate(\n        """')
    lines += ["        " + line for line in pem(certificate).strip().splitlines()]
    lines.append('        """)')
lines += [
    "", "    private static func certificate(_ pem: String) -> X509Certificate {",
    "        (try? X509Certificate.readingPEM(Array(pem.utf8)))![0]  // the texts above are good",
    "    }", "}", "",
]
folder = HERE.parent.parent / "MailAuthTests" / "DANE"
folder.mkdir(exist_ok=True)
(folder / "DANESamples.swift").write_text("\n".join(lines))

// Reads a message: its subject, and the text of its parts.
import MailMessage

let bytes = Array(
    """
    From: =?utf-8?q?Zo=C3=AB?= <zoe@example.com>\r
    Subject: =?utf-8?b?R3LDvMOfZQ==?=\r
    Content-Type: text/plain; charset=iso-8859-1\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    Gr=FC=DFe aus M=FCnchen\r

    """.utf8)
let message = try Message(parsing: bytes)
print(message.headerSection["Subject"] ?? "")  // Grüße
for part in message.parts.root.allParts { print(part.decodedText.text) }  // Grüße aus München

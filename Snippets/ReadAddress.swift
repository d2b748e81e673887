// The shared words of mail: a mailbox, a domain, a cursor over bytes.
import MailTypes

let mailbox = try Mailbox(parsing: "\"quoted local part\"@example.com")
print(mailbox.localPart, mailbox.domain ?? "")  // quoted local part example.com

let domain = try DomainName(parsing: "Mail.Example.COM")
print(domain.isEqualToOrBelow("example.com"))  // true

var cursor = ByteCursor("p=reject; rua=mailto:d@example.com")
print(String(decoding: cursor.take(while: { $0 != UInt8(ascii: ";") }), as: UTF8.self))  // p=reject

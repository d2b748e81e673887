"""Keys that a seed makes: never for mail."""

import base64
import math
import random
from dataclasses import dataclass
from functools import cache

import nacl.signing


@dataclass(frozen=True)
class Key:
    kind: str  # as in k=
    bits: int
    private: object  # as dkimpy signs with
    public: bytes  # as p= has it, decoded
    bare: bytes = b""  # RSAPublicKey alone

    @property
    def p(self):
        return base64.b64encode(self.public)


def der(tag, *parts):
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def integer(number):
    return der(2, number.to_bytes(number.bit_length() // 8 + 1, "big"))


SMALL_PRIMES = [n for n in range(3, 2000) if all(n % d for d in range(2, math.isqrt(n) + 1))]


def is_prime(number, rng):
    if any(number % p == 0 for p in SMALL_PRIMES):
        return False
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for _ in range(8):
        x = pow(rng.randrange(2, number - 1), odd, number)
        if x in (1, number - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % number
            if x == number - 1:
                break
        else:
            return False
    return True


def prime(bits, rng):
    while True:
        number = rng.getrandbits(bits) | 3 << bits - 2 | 1
        if math.gcd(number - 1, 65537) == 1 and is_prime(number, rng):
            return number


def rsa(bits, rng):
    p, q = prime(bits // 2, rng), prime(bits // 2, rng)
    n, e = p * q, 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    bare = der(0x30, integer(n), integer(e))
    algorithm = der(0x30, bytes.fromhex("06092a864886f70d0101010500"))
    private = {
        "version": 0, "modulus": n, "publicExponent": e, "privateExponent": d, "prime1": p,
        "prime2": q, "exponent1": d % (p - 1), "exponent2": d % (q - 1), "coefficient": pow(q, -1, p),
    }  # fmt: skip
    return Key("rsa", bits, private, der(0x30, algorithm, der(3, b"\0" + bare)), bare)


def ed25519(rng):
    private = nacl.signing.SigningKey(rng.randbytes(32))
    return Key("ed25519", 256, private, bytes(private.verify_key))


@cache
def keyring():
    """The same whatever the seed of a run, because making them takes time."""
    rng = random.Random(6376)
    return {
        "rsa1024": rsa(1024, rng), "rsa2048": rsa(2048, rng), "rsa512": rsa(512, rng),
        "other": rsa(1024, rng), "ed25519": ed25519(rng), "other-ed25519": ed25519(rng),
    }  # fmt: skip

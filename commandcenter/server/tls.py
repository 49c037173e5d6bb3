"""A local certificate for a room, pinned by its seats: no authority, no names to look up."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from commandcenter.domain.refusal import Refusal, require

YEARS = 5


@dataclass(frozen=True, slots=True)
class Certificate:
    """The two files of a certificate, PEM; the key is readable by its owner only."""

    chain: Path
    key: Path

    @property
    def fingerprint(self) -> str:
        """sha256 over the certificate (DER), 64 hex digits: what a seat pins."""
        der = ssl.PEM_cert_to_DER_cert(self.chain.read_text("ascii"))
        return hashlib.sha256(der).hexdigest()


def certificate_of(folder: Path) -> Certificate | None:
    """The folder's certificate, if it has one."""
    found = Certificate(folder / "server.pem", folder / "server.key")
    return found if found.chain.is_file() and found.key.is_file() else None


def new_certificate(folder: Path, names: Iterable[str], now: datetime) -> Certificate:
    """Make one for these host names and addresses, valid for five years from a day ago (UTC)."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Command Center")])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    found = Certificate(folder / "server.pem", folder / "server.key")
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(found.key, private)
    _write(found.chain, made.public_bytes(serialization.Encoding.PEM))
    return found


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)


def _write(path: Path, data: bytes) -> None:
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine reaches the address; a name is not looked up."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def plain_pin(pin: str) -> str:
    """A fingerprint as 64 lower-case hex digits, colons and spaces removed."""
    found = "".join(one for one in pin.lower() if one not in ": \t")
    good = len(found) == 64 and all(one in "0123456789abcdef" for one in found)
    require(good, "pin_wrong")
    return found


def pinned_context() -> ssl.SSLContext:
    """TLS 1.2 or newer that trusts no authority: the pin is compared by check_pin instead."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def check_pin(connection: ssl.SSLSocket, pin: str) -> None:
    """Refusal('pin_wrong') before anything is said to a server that is not the pinned one."""
    der = connection.getpeercert(binary_form=True) or b""
    if hashlib.sha256(der).hexdigest() != pin:
        connection.close()
        raise Refusal("pin_wrong")

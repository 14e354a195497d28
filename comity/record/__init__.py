"""The verifiable log as mathematics: bytes in, yes or no out.

Time, keys and randomness come in as arguments. The names below are what other rooms need;
each format has its own file, with the format shown literally at its head.
"""

from comity.record.audience import AUDIENCES, HOST_PARTS, Audience, read_audience
from comity.record.blob import Blob, is_blob_value, make_blob, open_blob, read_blob_value
from comity.record.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from comity.record.envelope import Opened, open_envelope, read_envelope
from comity.record.errors import Fault, Faulted, Malformed
from comity.record.frontier import Frontier, read_frontier
from comity.record.keys import SigningKey, kid_of, read_public_key
from comity.record.leaf import Leaf, build_leaf, hour_of, read_leaf
from comity.record.merkle import EMPTY_ROOT, consistency_path, inclusion_path, leaf_hash
from comity.record.note import Verifier, open_note, read_vkey, sign_note
from comity.record.part import Part, digest_of, make_part, read_part
from comity.record.proof import verify_proof, write_proof
from comity.record.receipt import Proven, build_receipt, verify_receipt
from comity.record.signature import PartySignature, sign_statement, verify_statement
from comity.record.statement import Seen, Statement, build_statement, read_statement

__all__ = [
    "AUDIENCES",
    "EMPTY_ROOT",
    "HOST_PARTS",
    "Audience",
    "Blob",
    "Checkpoint",
    "Fault",
    "Faulted",
    "Frontier",
    "Leaf",
    "Malformed",
    "Opened",
    "Part",
    "PartySignature",
    "Proven",
    "Seen",
    "SigningKey",
    "Statement",
    "Verifier",
    "build_leaf",
    "build_receipt",
    "build_statement",
    "consistency_path",
    "digest_of",
    "hour_of",
    "inclusion_path",
    "is_blob_value",
    "kid_of",
    "leaf_hash",
    "make_blob",
    "make_part",
    "open_blob",
    "open_checkpoint",
    "open_envelope",
    "open_note",
    "read_audience",
    "read_blob_value",
    "read_envelope",
    "read_frontier",
    "read_leaf",
    "read_part",
    "read_public_key",
    "read_statement",
    "read_vkey",
    "sign_checkpoint",
    "sign_note",
    "sign_statement",
    "verify_proof",
    "verify_receipt",
    "verify_statement",
    "write_proof",
]

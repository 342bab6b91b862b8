import Testing

@testable import SLOKit

struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, which NIST still publishes beside FIPS 180-4 ("SHA-256
  /// examples"), and the empty message of its test vectors (SHAVS, SHA256ShortMsg, Len = 0).
  private static let published = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: published)
  func `published messages have their published fingerprints`(message: String, digest: String) {
    var hash = SHA256()
    hash.update(message.utf8)
    #expect(hash.finalize() == digest)
  }

  @Test func `a long message has its published fingerprint`() {
    var hash = SHA256()
    hash.update(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    #expect(
      hash.finalize() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  /// `hashlib.sha256(b"a" * n)` for lengths around those that change the number of blocks.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func `padding fits every length`(count: Int, digest: String) {
    var hash = SHA256()
    hash.update(repeatElement(UInt8(ascii: "a"), count: count))
    #expect(hash.finalize() == digest)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `pieces of any size have the fingerprint of the whole`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...500, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...130, using: &generator))
      pieces.update(piece)
      rest = rest.dropFirst(piece.count)
    }
    #expect(pieces.finalize() == whole.finalize())
  }
}

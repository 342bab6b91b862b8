/// The fingerprint of bytes that come in pieces: SHA-256 of FIPS 180-4 (NIST, 2015, "Secure hash
/// standard", sections 5 and 6.2).
///
/// O(n) time, and memory for one block of 64 bytes.
public struct SHA256: Sendable {
  private static let blockSize = 64

  private var state: Words = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// The bytes of a block that is not full yet.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  private typealias Words = InlineArray<8, UInt32>

  /// The fingerprint of nothing so far.
  public init() {}

  /// Adds bytes behind those that were added before.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { update($0.span) }
    guard isContiguous == nil else { return }
    let copy = Array(bytes)
    update(copy.span)
  }

  /// Adds bytes behind those that were added before.
  public mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var start = 0
    while start < bytes.count, !pending.isEmpty {
      pending.append(bytes[start])
      start += 1
      guard pending.count == Self.blockSize else { continue }
      let block = pending
      compress(block.span, from: 0)
      pending.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= Self.blockSize {
      compress(bytes, from: start)
      start += Self.blockSize
    }
    for index in start..<bytes.count { pending.append(bytes[index]) }
  }

  /// Ends the message.
  ///
  /// - Returns: The fingerprint as 64 hexadecimal digits in lower case.
  public mutating func finalize() -> String {
    let bitCount = byteCount &* 8
    let zeros = (2 * Self.blockSize - 9 - pending.count) % Self.blockSize
    update([0x80] + [UInt8](repeating: 0, count: zeros))
    update((0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) })
    var text = ""
    for index in state.indices {
      let digits = String(state[index], radix: 16)
      text += String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
    return text
  }
}

extension SHA256 {
  /// Works one block into the state (section 6.2.2).
  private mutating func compress(_ bytes: Span<UInt8>, from start: Int) {
    let schedule = Self.schedule(bytes, from: start)
    var words = state
    for round in 0..<64 {
      let (a, b, c, e) = (words[0], words[1], words[2], words[4])
      let sum1 = e.rotated(by: 6) ^ e.rotated(by: 11) ^ e.rotated(by: 25)
      let choice = (e & words[5]) ^ (~e & words[6])
      let first = words[7] &+ sum1 &+ choice &+ Self.constants[round] &+ schedule[round]
      let sum0 = a.rotated(by: 2) ^ a.rotated(by: 13) ^ a.rotated(by: 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      words = [
        first &+ sum0 &+ majority, a, b, c,
        words[3] &+ first, e, words[5], words[6],
      ]
    }
    for index in state.indices { state[index] &+= words[index] }
  }

  /// The sixteen words of a block, and the 48 that are made from them.
  private static func schedule(
    _ bytes: Span<UInt8>,
    from start: Int
  ) -> InlineArray<64, UInt32> {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<16 {
      let place = start + 4 * index
      words[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let sigma0 = early.rotated(by: 7) ^ early.rotated(by: 18) ^ (early >> 3)
      let sigma1 = late.rotated(by: 17) ^ late.rotated(by: 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1
    }
    return words
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}

extension UInt32 {
  fileprivate func rotated(by count: UInt32) -> UInt32 {
    self >> count | self << (32 - count)
  }
}

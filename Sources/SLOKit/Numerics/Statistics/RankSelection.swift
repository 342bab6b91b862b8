/// Values by their rank, found without sorting all of them.
///
/// Radix selection: the digits of the ``Swift/Double/orderKey``, the highest first, say which values
/// stay in question. O(n) for any values, without a bad case. NaN does not belong here.
struct RankSelection: Sendable {
  private let keys: [UInt64]

  init(_ values: some Sequence<Double>) {
    keys = values.map(\.orderKey)
  }

  var count: Int { keys.count }

  /// The value at a rank from 1 to `count`.
  func value(at rank: Int) -> Double {
    precondition(rank >= 1 && rank <= count, "no such rank")
    var remaining = keys
    var rank = rank
    // The last two digits share bits, which are equal by then.
    for shift in [53, 42, 31, 20, 9, 0] as [UInt64] {
      let digit = Self.digit(at: &rank, in: remaining, shift: shift)
      remaining = remaining.filter { ($0 >> shift) & Self.mask == digit }
    }
    return Double(orderKey: remaining[0])
  }

  /// The median: the middle value, or the mean of the two in the middle; NaN without values.
  var median: Double {
    guard count > 0 else { return .nan }
    let upper = value(at: count / 2 + 1)
    return count % 2 == 1 ? upper : value(at: count / 2).midpoint(to: upper)
  }

  private static let mask: UInt64 = 0x7FF

  /// The digit of the key at `rank`, which becomes its rank among the keys with this digit.
  private static func digit(at rank: inout Int, in keys: [UInt64], shift: UInt64) -> UInt64 {
    var counts = [Int](repeating: 0, count: Int(mask) + 1)
    for key in keys { counts[Int((key >> shift) & mask)] += 1 }
    var digit = 0
    while rank > counts[digit] {
      rank -= counts[digit]
      digit += 1
    }
    return UInt64(digit)
  }
}

extension Double {
  /// The mean of two doubles; NaN for infinities of both signs.
  func midpoint(to other: Double) -> Double {
    let sum = self + other
    // Only a sum of large numbers overflows, and those can be halved without loss.
    return sum.isInfinite ? self / 2 + other / 2 : sum / 2
  }
}

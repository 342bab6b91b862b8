extension Double {
  /// A whole number that orders doubles as `<` does, with neighbours for neighbours.
  ///
  /// Both zeros have the key of +0. NaN has no place in the order: callers leave it out.
  var orderKey: UInt64 {
    let bits = (self + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The double of an `orderKey`.
  init(orderKey: UInt64) {
    self.init(bitPattern: orderKey >> 63 == 1 ? orderKey & ~(1 << 63) : ~orderKey)
  }
}

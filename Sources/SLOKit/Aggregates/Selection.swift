/// The samples of a batch that a series looks at.
struct Selection {
  /// `nil` when it is all of them.
  let isSelected: [Bool]?
  let count: Int

  init(allOf count: Int) {
    isSelected = nil
    self.count = count
  }

  init(_ truths: [Truth]) {
    let isSelected = truths.map { $0 == .true }
    count = isSelected.count { $0 }
    self.isSelected = count < truths.count ? isSelected : nil
  }

  init(_ filter: SampleCondition, in batch: SampleBatch, keeping kept: [Truth]?) {
    let truths = filter.truths(in: batch)
    self.init(kept.map { kept in truths.indices.map { truths[$0] && kept[$0] } } ?? truths)
  }

  var isAll: Bool { isSelected == nil }

  /// Makes the values of all other samples NA.
  func apply(to values: inout [Double]) {
    guard let isSelected else { return }
    for index in isSelected.indices where !isSelected[index] { values[index] = .nan }
  }
}

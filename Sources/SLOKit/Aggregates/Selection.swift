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

  /// The samples of `batch` that pass `selector` and are `kept`; `places` are those of their phases.
  init(
    _ selector: Selector,
    in batch: SampleBatch,
    keeping kept: [Truth]?,
    _ phases: PhaseMap,
    _ places: [Int]
  ) {
    var truths = selector.filter?.truths(in: batch) ?? Array(repeating: .true, count: batch.count)
    for index in truths.indices {
      if let kept { truths[index] = truths[index] && kept[index] }
      if selector.scope != .run, !phases.contains(selector.scope, places[index]) {
        truths[index] = .false
      }
    }
    self.init(truths)
  }

  var isAll: Bool { isSelected == nil }

  /// Makes the values of all other samples NA.
  func apply(to values: inout [Double]) {
    guard let isSelected else { return }
    for index in isSelected.indices where !isSelected[index] { values[index] = .nan }
  }
}

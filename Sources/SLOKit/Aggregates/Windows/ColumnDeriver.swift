/// Computes the derived columns of batches, which come in the order of the file.
///
/// Samples that the rule file's `where` drops do not exist: no window holds them. Samples can
/// belong to groups, such as the phases of a run; then a window holds those of its own group only,
/// and what one group remembers stays as it is while samples of others come.
struct ColumnDeriver: Sendable {
  private struct Column: Sendable {
    let column: DerivedColumn
    /// For each group that was seen.
    var states: [DerivationState] = []

    mutating func addGroups(upTo group: Int) {
      while states.count <= group {
        states.append(DerivationState(column.derivation.function))
      }
    }
  }

  private var columns: [Column]

  /// Computes `columns`, each of which comes behind those that it is computed from.
  init(_ columns: [DerivedColumn]) {
    self.columns = columns.map { Column(column: $0) }
  }

  /// Sets the derived columns of `batch`, on the samples that are to be kept.
  ///
  /// `groups` has the number of each sample's group, from 0; without it, all are one group.
  mutating func derive(
    in batch: inout SampleBatch,
    keeping kept: [Bool]? = nil,
    groups: [Int]? = nil
  ) {
    let stretches = Self.stretches(batch.count, keeping: kept, groups)
    for index in columns.indices {
      // A column may be derived from one before it.
      var values = columns[index].column.derivation.operand.values(in: batch)
      for stretch in stretches {
        columns[index].addGroups(upTo: stretch.group)
        columns[index].states[stretch.group].derive(&values, of: batch, in: stretch.samples)
      }
      batch.set(values, column: columns[index].column.index)
    }
  }

  /// Neighbours that are all kept and of one group.
  private static func stretches(
    _ count: Int,
    keeping kept: [Bool]?,
    _ groups: [Int]?
  ) -> [(group: Int, samples: Range<Int>)] {
    guard kept != nil || groups != nil else { return [(0, 0..<count)] }
    var stretches: [(group: Int, samples: Range<Int>)] = []
    for index in 0..<count where kept?[index] ?? true {
      let group = groups?[index] ?? 0
      if let last = stretches.last, last.group == group, last.samples.upperBound == index {
        stretches[stretches.count - 1].samples = last.samples.lowerBound..<index + 1
      } else {
        stretches.append((group, index..<index + 1))
      }
    }
    return stretches
  }
}

# Answers in JSON. `columns` and `statistics` are lists with blanks between.

BEGIN {
  FS = ","
  width = split(columns, names, " ")
  asked = split(statistics, wanted, " ")
  percentile = index(" " statistics " ", " p95 ")
}

NR == 1 {
  for (field = 1; field <= NF; field++) place[$field] = field
  for (i = 1; i <= width; i++) at[i] = place[names[i]]
  next
}

{
  for (i = 1; i <= width; i++) {
    cell = $(at[i])
    if (cell == "NA" || cell == "") {
      missing[i]++
      continue
    }
    cell += 0
    sum[i] += cell
    if (!used[i]++) least[i] = most[i] = cell
    else if (cell < least[i]) least[i] = cell
    else if (cell > most[i]) most[i] = cell
    if (percentile) values[i][used[i]] = cell
  }
}

# Linear interpolation between the closest ranks.
function p95(i, rank, below) {
  asort(values[i], sorted, "@val_num_asc")
  rank = (used[i] - 1) * 0.95 + 1
  below = int(rank)
  if (below == used[i]) return sorted[below]
  return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below])
}

function value(statistic, i) {
  if (statistic == "mean") return sum[i] / used[i]
  if (statistic == "min") return least[i]
  if (statistic == "max") return most[i]
  if (statistic == "p95") return p95(i)
  return missing[i] + 0
}

END {
  between = "{"
  for (i = 1; i <= width; i++) {
    for (j = 1; j <= asked; j++) {
      printf "%s\"%s(%s)\": %.17g", between, wanted[j], names[i], value(wanted[j], i)
      between = ", "
    }
  }
  print "}"
}

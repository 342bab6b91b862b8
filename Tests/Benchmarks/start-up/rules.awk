# The means of eight columns and the 95th percentile of one, NA left out, in base units:
# what start-up/rules.json5 asks for, in its order.

BEGIN {
  FS = ","
  count = split("http_success_rate p50_latency p90_latency p95_latency p99_latency " \
    "effective_fallback_ratio error_rate rss_mb", names, " ")
}

NR == 1 {
  for (field = 1; field <= NF; field++) place[$field] = field
  next
}

{
  for (i = 1; i <= count; i++) {
    cell = $(place[names[i]])
    if (cell == "NA" || cell == "") continue
    sum[i] += cell
    used[i]++
    if (names[i] == "p95_latency") values[++measured] = cell + 0
  }
}

END {
  for (i = 1; i <= count; i++)
    printf "%.9g\n", sum[i] / used[i] * (names[i] == "rss_mb" ? 1e6 : 1)

  for (i = 2; i <= measured; i++) {
    value = values[i]
    for (j = i - 1; j > 0 && values[j] > value; j--) values[j + 1] = values[j]
    values[j + 1] = value
  }
  # Linear interpolation between the closest ranks.
  rank = (measured - 1) * 0.95 + 1
  below = int(rank)
  above = below < measured ? below + 1 : measured
  printf "%.9g\n", values[below] + (rank - below) * (values[above] - values[below])
}

# Makes the metrics: twelve samples ten minutes apart, some cells NA.

BEGIN {
  print "timestamp,http_success_rate,p50_latency,p90_latency,p95_latency,p99_latency," \
    "raw_fallback_ratio,effective_fallback_ratio,error_rate,error_rate_4xx,error_rate_5xx," \
    "cpu_percent,rss_mb,request_rate,cache_hit_rate,cache_hits_raw,cache_misses_raw"
  for (i = 0; i < 12; i++) {
    printf "2025-11-24T%02d:%02d:00Z,", 10 + int(i / 6), i % 6 * 10
    printf "%.4f,%.4f,%.4f,", 0.99 + i % 7 / 1000, 0.011 + i % 5 / 1000, 0.04 + i % 4 / 200
    printf i == 4 ? "NA," : "%.4f,", 0.06 + i % 3 / 100
    printf "%.4f,%.4f,%.4f,", 0.1 + i % 6 / 100, 0.03 + i % 2 / 100, 0.01 + i % 5 / 1000
    printf i == 7 ? "NA," : "%.5f,", 0.001 + i % 4 / 10000
    printf "%.5f,%.5f,%d,", 0.0008, 0.0002 + i % 4 / 10000, 20 + i
    printf "%.1f,%d,%.3f,%d,%d\n", 310 + i % 5 / 2, 70 + i % 3, 0.9 + i % 4 / 100, i * 1000, i * 90
  }
}

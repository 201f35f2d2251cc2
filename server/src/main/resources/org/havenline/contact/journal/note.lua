-- Adds one event. ARGV: 1 now (ms), 2 type, then names and values. Returns its number.
return emit(ARGV[1], ARGV[2], unpack(ARGV, 3))

-- What is heard of a leg, in any order and any number of times: it only ever goes on.
-- ARGV: 1 leg, 2 the provider's id of it, or "" where it is not said, 3 state, 4 its rank, 5 why it is over, or ""
-- Returns its fields and their values; none when nothing is known of it, or the id is of another call.
return goes_on(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5])

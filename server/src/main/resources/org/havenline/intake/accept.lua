-- Takes one message in, once.
-- ARGV: 1 sid, 2 digest of what it says, 3 person, 4 entry (sid, newline, sealed message),
--       5 now (ms), 6 how long the sid is remembered (ms)
-- Returns 1 taken, 0 already here, -1 a different message came with the same sid.
local sid, digest, person = ARGV[1], ARGV[2], ARGV[3]

if not redis.call('SET', key('sid-in:' .. sid), digest, 'NX', 'PX', ARGV[6]) then
  return redis.call('GET', key('sid-in:' .. sid)) == digest and 0 or -1
end
redis.call('RPUSH', key('inbox:' .. person), ARGV[4])
redis.call('ZADD', key('inbox'), 'NX', ARGV[5], person)
return 1

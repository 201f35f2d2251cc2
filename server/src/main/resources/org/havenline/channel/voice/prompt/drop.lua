-- A recording is not played any more. ARGV: 1 print of the sentence, 2 how long its sound stays (ms)
-- Returns 1, or 0 when there was none.
local before = redis.call('HGET', key('recordings'), ARGV[1])
if not before then
  return 0
end
redis.call('HDEL', key('recordings'), ARGV[1])
redis.call('PEXPIRE', key('recording:' .. string.match(before, '^%x+')), ARGV[2])
return 1

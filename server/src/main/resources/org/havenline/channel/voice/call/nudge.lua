-- Something of a call is to be looked at, by whoever works on calls.
-- ARGV: 1 call or "", 2 contact whose call it is, where no call is given, 3 now (ms)
local call = ARGV[1]
if call == '' then
  local seen = redis.call('HMGET', key('contact:' .. ARGV[2]), 'channel', 'person')
  call = seen[1] == 'VOICE' and redis.call('GET', key('calling:' .. seen[2]))
end
if not call or redis.call('EXISTS', key('call:' .. call)) == 0 then
  return 0
end
local lane = key('calls:' .. call)
local claimed = redis.call('HEXISTS', key('calls:claims'), call) == 1
local waits = redis.call('LLEN', lane)
if waits == 0 or (claimed and waits < 2) then
  redis.call('RPUSH', lane, 'look')
end
if not claimed then
  redis.call('ZADD', key('calls'), ARGV[3], call)
end
return 1

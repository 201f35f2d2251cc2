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
look_at(call, ARGV[3])
return 1

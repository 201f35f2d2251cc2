-- A leg goes on by what its own telephone did, and its call is looked at.
-- ARGV: 1 leg, 2 state, 3 its rank, 4 why it is over, or "", 5 room into which it is sent, or "" for none, 6 now (ms)
local leg = key('leg:' .. ARGV[1])
if #goes_on(ARGV[1], '', ARGV[2], ARGV[3], ARGV[4]) == 0 then
  return 0
end
redis.call('HSET', leg, 'room', ARGV[5])
local call = redis.call('HGET', leg, 'call')
if redis.call('EXISTS', key('call:' .. call)) == 1 then
  look_at(call, ARGV[6])
end
return 1

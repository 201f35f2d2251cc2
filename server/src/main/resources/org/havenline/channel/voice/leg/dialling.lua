-- A leg is about to be dialled, once.
-- ARGV: 1 call, 2 epoch of the claim, 3 leg, 4 contact, 5 its epoch, 6 responder, 7 now (ms), 8 kept for (ms), 9 the third
--       party it is for, or ""
-- Returns 1; 0 when the claim is old, or it was begun before.
local leg = key('leg:' .. ARGV[3])
if not holds('calls', ARGV[1], ARGV[2]) or redis.call('EXISTS', leg) == 1 then
  return 0
end
redis.call('HSET', leg, 'call', ARGV[1], 'contact', ARGV[4], 'epoch', ARGV[5], 'responder', ARGV[6],
  'at', ARGV[7], 'state', 'dialling', 'rank', 0, 'sid', '', 'why', '', 'guest', ARGV[9], 'room', '')
if ARGV[9] ~= '' then
  redis.call('HSET', key('guest:' .. ARGV[9]), 'leg', ARGV[3])
end
redis.call('PEXPIRE', leg, ARGV[8])
redis.call('RPUSH', key('legs:' .. ARGV[1]), ARGV[3])
redis.call('PEXPIRE', key('legs:' .. ARGV[1]), ARGV[8])
return 1

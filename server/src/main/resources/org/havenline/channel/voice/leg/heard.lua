-- A leg asks what it hears next.
-- ARGV: 1 leg, 2 the provider's id of it, 3 state it has come to at least, 4 its rank
-- Returns its fields and their values, the stage of its call or "", and the fields of its contact; nothing when
-- nothing is known of it, or the id is of another call.
local leg = goes_on(ARGV[1], ARGV[2], ARGV[3], ARGV[4], '')
if #leg == 0 then
  return {}
end
local of = redis.call('HMGET', key('leg:' .. ARGV[1]), 'call', 'contact')
return {leg, redis.call('HGET', key('call:' .. of[1]), 'stage') or '', redis.call('HGETALL', key('contact:' .. of[2]))}

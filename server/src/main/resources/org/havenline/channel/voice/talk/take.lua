-- A successor who has pressed 1 becomes the one owner, and his telephone the owner's; other third parties stay,
-- but for a supervisor.
-- ARGV: 1 call, 2 guest, 3 contact, 4 owner, 5 epoch of his ownership, 6 now (ms)
-- Returns 1 taken, 0 the owner is another meanwhile, or the successor is not there or not free.
local contact, owner, epoch, now = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local ckey, gkey = key('contact:' .. contact), key('guest:' .. ARGV[2])
local seen = redis.call('HMGET', gkey, 'wanted', 'kind', 'epoch', 'contact', 'leg', 'whom')
if seen[1] ~= '1' or seen[2] ~= 'successor' or seen[3] ~= epoch or seen[4] ~= contact
  or not owns(contact, owner, epoch) then
  return 0
end
local leg, whom = key('leg:' .. (seen[5] or '')), seen[6]
local state = redis.call('HGET', leg, 'state')
if (state ~= 'answered' and state ~= 'joined') or redis.call('HLEN', key('holds:' .. whom)) > 0 then
  return 0
end
eased(owner, contact, now)
redis.call('HDEL', key('holds:' .. owner), contact)
redis.call('HSET', key('responder:' .. owner), 'idle', now)
local newer = redis.call('HINCRBY', ckey, 'epoch', 1)
redis.call('HSET', key('holds:' .. whom), contact, redis.call('HGET', ckey, 'channel'))
redis.call('HSET', ckey, 'responder', whom, 'since', now, 'counted', '')
answers(contact, whom, now)
redis.call('HSET', leg, 'guest', '', 'epoch', newer, 'state', 'joined', 'rank', 3)
redis.call('HSET', gkey, 'wanted', 0)
for _, id in ipairs(redis.call('LRANGE', key('guests:' .. ARGV[1]), 0, -1)) do
  local other = redis.call('HMGET', key('guest:' .. id), 'wanted', 'epoch', 'kind')
  if other[1] == '1' and other[2] == epoch then
    -- the new owner was not told that somebody listens
    redis.call('HSET', key('guest:' .. id), 'epoch', newer, 'wanted', other[3] == 'supervisor' and 0 or 1)
  end
end
redis.call('HDEL', key('talk:' .. ARGV[1]), 'held', 'muted')
emit(now, 'contact.connected', 'contact', contact, 'responder', whom, 'epoch', newer,
  'interpreter', redis.call('HGET', ckey, 'interpreter') or '', 'instead-of', '')
return 1

-- A third party is wanted in a talk.
-- ARGV: 1 call, 2 contact, 3 epoch of the ownership, 4 owner who wishes it, or "", 5 kind, 6 way, 7 whom, 8 now (ms),
--       9 kept for (ms)
-- Returns 1 wanted, 0 the contact is another's now, or nobody's, -1 there is one of this kind, or whom is busy.
local contact, kind, whom, now = ARGV[2], ARGV[5], ARGV[7], ARGV[8]
local ckey = key('contact:' .. contact)
local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'responder', 'interpreter')
if seen[1] ~= 'connected' or seen[2] ~= ARGV[3] or (ARGV[4] ~= '' and seen[3] ~= ARGV[4]) then
  return 0
end

local function is_over(leg)
  return leg and redis.call('HGET', key('leg:' .. leg), 'state') == 'over'
end

local all = key('guests:' .. ARGV[1])
for _, id in ipairs(redis.call('LRANGE', all, 0, -1)) do
  local one = redis.call('HMGET', key('guest:' .. id), 'kind', 'epoch', 'wanted', 'leg')
  if one[1] == kind and one[2] == ARGV[3] and one[3] == '1' and not is_over(one[4]) then
    return -1
  end
end
local helps = redis.call('HGET', key('interpreting'), whom)
if kind == 'successor' then
  local there = redis.call('HMGET', key('responder:' .. whom), 'state', 'lease')
  if there[1] ~= 'available' or tonumber(there[2] or 0) <= tonumber(now)
    or (helps and redis.call('EXISTS', key('contact:' .. helps)) == 1)
    or redis.call('HLEN', key('holds:' .. whom)) > 0 then
    return -1
  end
elseif kind == 'interpreter' then
  -- interprets for one at a time
  if helps and helps ~= contact and redis.call('HGET', key('contact:' .. helps), 'interpreter') == whom then
    return -1
  end
  if seen[4] ~= whom then
    release_interpreter(contact)
  end
  redis.call('HSET', key('interpreting'), whom, contact)
  redis.call('HSET', ckey, 'interpreter', whom)
end
local id = 'G' .. redis.call('INCR', key('guests-asked'))
local name = key('guest:' .. id)
redis.call('HSET', name, 'call', ARGV[1], 'contact', contact, 'epoch', ARGV[3], 'kind', kind, 'way', ARGV[6],
  'whom', whom, 'wanted', 1)
redis.call('PEXPIRE', name, ARGV[9])
redis.call('RPUSH', all, id)
redis.call('PEXPIRE', all, ARGV[9])
emit(now, 'contact.call', 'contact', contact)
return 1

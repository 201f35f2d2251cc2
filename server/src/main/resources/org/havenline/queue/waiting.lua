-- A page of the queue.
-- ARGV: 1 how many to pass over, 2 how many at most
-- Returns contacts in the order of the queue as
-- {id, epoch, channel, language, confidence, risk, arrived, step, asked, country, since, genders, minor,
--  avoid, who answered the person before, ruled, subline, not before (ms)}.
local contacts = {}
for _, id in ipairs(redis.call('ZRANGE', key('waiting'), ARGV[1], ARGV[1] + ARGV[2] - 1)) do
  local found = redis.call('HMGET', key('contact:' .. id), 'epoch', 'channel', 'language',
    'confidence', 'risk', 'arrived', 'step', 'asked', 'country', 'since', 'wishes', 'minor', 'avoid', 'person',
    'ruled', 'subline', 'back-at')
  if found[1] then
    found[14] = redis.call('HGET', key('person:' .. (found[14] or '')), 'known')
    table.insert(found, 1, id)
    for i = 2, 18 do
      found[i] = found[i] or ''
    end
    table.insert(contacts, found)
  else
    -- its hash has run out: nothing is left to serve
    redis.call('ZREM', key('waiting'), id)
  end
end
return contacts

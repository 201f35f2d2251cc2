-- A page of the queue.
-- ARGV: 1 how many to pass over, 2 how many at most, then the channels wanted
-- Returns how many lie in the page, then those of the channels wanted in the order of the queue as
-- {id, epoch, channel, language, confidence, risk, arrived, step, asked, country, since, genders, minor,
--  avoid, who answered the person before, ruled, subline, not before (ms)}.
local wanted = {}
for i = 3, #ARGV do
  wanted[ARGV[i]] = true
end
local contacts, looked = {}, 0
for _, id in ipairs(redis.call('ZRANGE', key('waiting'), ARGV[1], ARGV[1] + ARGV[2] - 1)) do
  local ckey = key('contact:' .. id)
  local channel = redis.call('HGET', ckey, 'channel')
  if not channel then
    -- its hash has run out: nothing is left to serve
    redis.call('ZREM', key('waiting'), id)
  else
    looked = looked + 1
    if wanted[channel] then
      local found = redis.call('HMGET', ckey, 'epoch', 'channel', 'language', 'confidence', 'risk',
        'arrived', 'step', 'asked', 'country', 'since', 'wishes', 'minor', 'avoid', 'person', 'ruled',
        'subline', 'back-at')
      found[14] = redis.call('HGET', key('person:' .. (found[14] or '')), 'known')
      table.insert(found, 1, id)
      for i = 2, 18 do
        found[i] = found[i] or ''
      end
      table.insert(contacts, found)
    end
  end
end
table.insert(contacts, 1, looked)
return contacts

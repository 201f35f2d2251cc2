-- Everything a decision needs, seen at one moment.
-- ARGV: 1 now (ms), 2 how many waiting contacts at most
-- Returns {contacts, responders}: contacts in the order of the queue as
-- {id, epoch, channel, language, confidence, risk, arrived, step, asked, country, since};
-- responders on duty and not lapsed as {id, idle since (ms), channels of what he holds}.
local contacts, responders = {}, {}
for _, id in ipairs(redis.call('ZRANGE', key('waiting'), 0, ARGV[2] - 1)) do
  local found = redis.call('HMGET', key('contact:' .. id), 'epoch', 'channel', 'language',
    'confidence', 'risk', 'arrived', 'step', 'asked', 'country', 'since')
  if found[1] then
    table.insert(found, 1, id)
    for i = 2, 11 do
      found[i] = found[i] or ''
    end
    table.insert(contacts, found)
  else
    -- its hash has run out: nothing is left to serve
    redis.call('ZREM', key('waiting'), id)
  end
end
for _, id in ipairs(redis.call('SMEMBERS', key('on-duty'))) do
  local found = redis.call('HMGET', key('responder:' .. id), 'lease', 'idle')
  if tonumber(found[1] or 0) > tonumber(ARGV[1]) then
    table.insert(responders, {id, found[2] or '0', redis.call('HVALS', key('holds:' .. id))})
  end
end
return {contacts, responders}

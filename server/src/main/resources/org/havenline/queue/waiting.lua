-- A page of the queues of some channels, in the order in which they are served.
-- ARGV: 1 how many at most, then each channel wanted and how many of it to pass over
-- Returns how many of each channel lie in the page, then them in order, as
-- {id, epoch, channel, language, confidence, risk, arrived, step, asked, country, since, genders, minor,
--  avoid, who answered the person before, ruled, subline, not before (ms)}.
local most = tonumber(ARGV[1])

-- what came in by a node that knows of no queues by channel, or has run out, is put right here
local function agree()
  local all = 0
  for _, channel in ipairs({'SMS', 'WHATSAPP', 'VOICE', 'WEBCHAT'}) do
    all = all + redis.call('ZCARD', key('waiting:' .. channel))
  end
  if all == redis.call('ZCARD', key('waiting')) then
    return
  end
  for _, channel in ipairs({'SMS', 'WHATSAPP', 'VOICE', 'WEBCHAT'}) do
    redis.call('DEL', key('waiting:' .. channel))
  end
  local found = redis.call('ZRANGE', key('waiting'), 0, -1, 'WITHSCORES')
  for i = 1, #found, 2 do
    if redis.call('EXISTS', key('contact:' .. found[i])) == 1 then
      to_queue(found[i], found[i + 1])
    else
      redis.call('ZREM', key('waiting'), found[i])
    end
  end
end

agree()
local queue, looked = {}, {}
for i = 2, #ARGV, 2 do
  looked[ARGV[i]] = 0
  local from = tonumber(ARGV[i + 1])
  local found = redis.call('ZRANGE', key('waiting:' .. ARGV[i]), from, from + most - 1, 'WITHSCORES')
  for n = 1, #found, 2 do
    table.insert(queue, {id = found[n], at = tonumber(found[n + 1]), channel = ARGV[i]})
  end
end
table.sort(queue, function(one, other)
  return one.at < other.at or (one.at == other.at and one.id < other.id)
end)
local contacts = {}
for i = 1, math.min(most, #queue) do
  local id, channel = queue[i].id, queue[i].channel
  local found = redis.call('HMGET', key('contact:' .. id), 'epoch', 'channel', 'language', 'confidence', 'risk',
    'arrived', 'step', 'asked', 'country', 'since', 'wishes', 'minor', 'avoid', 'person', 'ruled',
    'subline', 'back-at')
  if not found[2] then
    out_of_queue(id, channel) -- its hash has run out: nothing is left to serve
  else
    looked[channel] = looked[channel] + 1
    found[14] = redis.call('HGET', key('person:' .. (found[14] or '')), 'known')
    table.insert(found, 1, id)
    for n = 2, 18 do
      found[n] = found[n] or ''
    end
    table.insert(contacts, found)
  end
end
local counts = {}
for i = 2, #ARGV, 2 do
  table.insert(counts, looked[ARGV[i]])
end
table.insert(contacts, 1, counts)
return contacts

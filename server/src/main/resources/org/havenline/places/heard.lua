-- A report of free places, or a text that was to be one, is done with: takes it off its lane, and perhaps asks for
-- it again.
-- ARGV: 1 person, 2 epoch of the claim, 3 sid, 4 now (ms), 5 lease (ms), 6 how often a day is asked again, 7 a day
--       (ms), 8 id of the text that asks, or "", 9 that text (sealed), 10 not-after (ms), 11 keep (ms)
-- Returns {1, next head or nothing}; {0} when the claim is old or the head another; {2} when it was asked too often:
--         nothing is changed.
local person, sid, now = ARGV[1], ARGV[3], ARGV[4]
local head = redis.call('LINDEX', key('inbox:' .. person), 0)
if not holds('inbox', person, ARGV[2]) or not head or string.sub(head, 1, #sid + 1) ~= sid .. '\n' then
  return {0}
end
if ARGV[8] ~= '' then
  local akey = key('asked-again:' .. person)
  if tonumber(redis.call('GET', akey) or 0) >= tonumber(ARGV[6]) then
    return {2}
  end
  if redis.call('INCR', akey) == 1 then
    redis.call('PEXPIRE', akey, ARGV[7])
  end
  letter(person, ARGV[8], ARGV[9], now, ARGV[10], ARGV[11])
end
return {1, advance('inbox', person, now, ARGV[5])}

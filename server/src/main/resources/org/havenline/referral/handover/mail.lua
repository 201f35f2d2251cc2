-- One step of the e-mail at the head of a lane.
-- ARGV: 1 lane (its contact), 2 epoch of the claim, 3 referral, 4 its state from now on, or "" to leave it,
--       5 begin, later or next, 6 now (ms), 7 lease (ms), 8 due again (ms)
-- Returns for begin: 0 the claim is old; 1 send it; 2 it was begun before, result unknown; 3 it is not to be sent.
--         For later: 1, or 0. For next: {1, next head or nothing}, or {0}.
local lane, item, now = ARGV[1], ARGV[3], ARGV[6]
local rkey, field = key('referrals:' .. lane), 'mail:' .. item

if not holds('mails', lane, ARGV[2]) or redis.call('LINDEX', key('mails:' .. lane), 0) ~= item then
  return ARGV[5] == 'next' and {0} or 0
end
local before = redis.call('HGET', rkey, field)
if ARGV[5] == 'begin' and before ~= 'queued' then
  return before == 'sending' and 2 or 3
end
-- it may have run out meanwhile; nothing is written to what is gone
if ARGV[4] ~= '' and before then
  redis.call('HSET', rkey, field, ARGV[4])
  if ARGV[5] ~= 'begin' then
    emit(now, 'contact.referral', 'contact', lane, 'referral', item, 'what', 'mail-' .. ARGV[4])
  end
end
if ARGV[5] == 'next' then
  return {1, advance('mails', lane, now, ARGV[7])}
elseif ARGV[5] == 'later' then
  redis.call('HDEL', key('mails:claims'), lane)
  redis.call('HDEL', key('mails:tries'), lane)
  redis.call('ZADD', key('mails'), ARGV[8], lane)
end
return 1

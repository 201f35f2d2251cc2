-- Writes what a person says of what was understood; a contact that waits is placed anew at once, also when
-- several are asked about it; one that is offered to one or connected stays with whom it is with.
-- ARGV: 1 contact, 2 who says it, 3 whether of any contact (1) or of those he has answered (0), 4 epoch and
--       5 revision it was seen with, 6 now (ms), 7 queue, 8 rule, 9 virtual arrival, 10 whether that may put her
--       back, since the risk was lowered (1 or 0), 11 when her next step is due (ms, 0 none), 12 stamp of the
--       tables, 13 how many verdicts, 14 how many messages have other signals, 15 inbox and 16 epoch of the
--       claim it rests on, or "", then for each verdict the rule and `confirmed` or `corrected`, for each message
--       its id and signals, then fields of the contact: name, value
-- Returns 1 written; 0 it is not there, or over, or never was his, or the claim is old; -1 it changed meanwhile:
--         look again;
--         -2 newer tables are in force.
local contact, who, now, stamp = ARGV[1], ARGV[2], ARGV[6], ARGV[12]
local ckey, timer = key('contact:' .. contact), 'step|' .. contact

local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'answered', 'revision', 'virtual')
if not seen[1] or seen[1] == 'closed' or (ARGV[3] ~= '1' and not lists(seen[3], who))
  or (ARGV[15] ~= '' and not holds('inbox', ARGV[15], ARGV[16])) then
  return 0
elseif seen[2] ~= ARGV[4] or (seen[4] or '0') ~= ARGV[5] then
  return -1
elseif not is_newest(stamp) then
  return -2
end

-- the last verdict of a contact on a rule counts, once
local at = 17
for _ = 1, tonumber(ARGV[13]) do
  local rule, verdict = ARGV[at], ARGV[at + 1]
  local before = redis.call('HGET', ckey, 'verdict ' .. rule)
  if before ~= verdict then
    if before then
      redis.call('HINCRBY', key('verdicts'), rule .. ' ' .. before, -1)
    end
    redis.call('HINCRBY', key('verdicts'), rule .. ' ' .. verdict, 1)
    redis.call('HSET', ckey, 'verdict ' .. rule, verdict)
  end
  at = at + 2
end
for _ = 1, tonumber(ARGV[14]) do
  local mkey = key('message:' .. ARGV[at])
  if redis.call('EXISTS', mkey) == 1 then
    redis.call('HSET', mkey, 'signals', ARGV[at + 1])
  end
  at = at + 2
end

-- nothing that is learnt later moves her back, but for a person's word that the danger is less
local virtual = ARGV[9]
if ARGV[10] ~= '1' and tonumber(seen[5]) < tonumber(virtual) then
  virtual = seen[5]
end
redis.call('HSET', ckey, 'virtual', virtual, unpack(ARGV, at))
redis.call('HINCRBY', ckey, 'revision', 1)
-- placed by other tables, it is turned over as a whole
if ruled_by(contact, stamp) then
  redis.call('HSET', ckey, 'queue', ARGV[7], 'rule', ARGV[8])
  if ARGV[11] ~= '0' then
    redis.call('ZADD', key('timers'), 'XX', 'LT', ARGV[11], timer)
  end
end
if seen[1] == 'queued' or unsettle(contact, now) then
  move_in_queue(contact, virtual)
  -- who was chosen for her by what was understood before is not asked any more
  redis.call('HINCRBY', ckey, 'epoch', 1)
end
emit(now, 'contact.understood', 'contact', contact, 'by', who)
return 1

-- Applies the understood head of a person's inbox: to her open contact, or as a new one.
-- ARGV: 1 person, 2 epoch of the claim, 3 sid, 4 contact, 5 message, 6 "new" or "more",
--       7 now (ms), 8 lease (ms), 9 virtual arrival, 10 next escalation step due (ms, 0 none),
--       11 how long an idle contact is kept (ms),
--       12 signals of risk in this message, 13 stamp and 14 version of the tables, 15 queue and
--       16 rule by these tables, 17 revision of the understanding it was weighed with, 18 language
--       she chose by this message, or "", then fields of the contact: name, value, ...
-- Returns {1, next head or nothing}; {0} when the claim is old or the head another;
--         {-1} when the contact changed meanwhile and must be understood again;
--         {-2} when newer tables are in force and it must be decided again.
local person, epoch, sid, contact, message = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local now, keep = ARGV[7], ARGV[11]
local inbox, ckey, pkey = key('inbox:' .. person), key('contact:' .. contact), key('person:' .. person)

local head = redis.call('LINDEX', inbox, 0)
if not holds('inbox', person, epoch) or not head or string.sub(head, 1, #sid + 1) ~= sid .. '\n' then
  return {0}
end
local open = redis.call('HGET', pkey, 'contact')
if open and redis.call('EXISTS', key('contact:' .. open)) == 0 then
  -- it has run out, untouched for long: she begins anew
  redis.call('ZREM', key('open'), open)
  open = false
end
if (ARGV[6] == 'new') == (open and true or false) or (open and open ~= contact) then
  return {-1}
end
-- somebody has corrected what was understood: that counts first
if open and (redis.call('HGET', ckey, 'revision') or '0') ~= ARGV[17] then
  return {-1}
end
if not is_newest(ARGV[13]) then
  return {-2}
end

-- a higher risk moves her forward; nothing that is understood later moves her back
local virtual = ARGV[9]
local before = open and redis.call('HGET', ckey, 'virtual')
if before and tonumber(before) < tonumber(virtual) then
  virtual = before
end
redis.call('HSET', ckey, 'virtual', virtual, unpack(ARGV, 19))
redis.call('HINCRBY', ckey, 'revision', 1)
if not open then
  redis.call('HSET', ckey, 'ruled', ARGV[13])
  redis.call('DEL', key('first-key:' .. contact))
end
-- still placed by older tables: its steps are theirs, so it is turned over as a whole
if ruled_by(contact, ARGV[13]) then
  local rule = redis.call('HGET', ckey, 'rule')
  redis.call('HSET', ckey, 'version', ARGV[14], 'queue', ARGV[15], 'rule', ARGV[16])
  if open and rule ~= ARGV[16] then
    unsettle(contact, now)
  end
end
if not open then
  local earlier = redis.call('HINCRBY', pkey, 'contacts', 1) - 1
  redis.call('HSET', pkey, 'contact', contact, 'last', contact)
  redis.call('HSET', ckey, 'state', 'queued', 'person', person, 'earlier', earlier,
    'since', now, 'epoch', 0, 'step', 0)
  -- whom she wanted and did not want the last time holds until somebody notes otherwise
  local wishes = redis.call('HMGET', pkey, 'wishes', 'minor', 'avoid', 'left')
  for i, name in ipairs({'wishes', 'minor', 'avoid'}) do
    redis.call('HSET', ckey, name, wishes[i] or '')
  end
  if wishes[4] then
    -- her page was closed before her first words were understood
    redis.call('HSET', ckey, 'left', wishes[4])
  end
  redis.call('ZADD', key('open'), redis.call('HGET', ckey, 'arrived'), contact)
  to_queue(contact, virtual)
  emit(now, 'contact.waiting', 'contact', contact, 'version', ARGV[14])
  if ARGV[10] ~= '0' then
    redis.call('ZADD', key('timers'), ARGV[10], 'step|' .. contact)
  end
else
  move_in_queue(contact, virtual)
end

local n = redis.call('HINCRBY', ckey, 'messages', 1)
redis.call('HINCRBY', ckey, 'unanswered', 1)
redis.call('RPUSH', key('order:' .. contact), message)
redis.call('HSET', key('message:' .. message),
  'contact', contact, 'n', n, 'by', 'person', 'at', now, 'state', 'received', 'sid', sid,
  'signals', ARGV[12], 'chose', ARGV[18], 'read', redis.call('HGET', ckey, 'read') or '')
redis.call('PEXPIRE', key('message:' .. message), keep)
redis.call('PEXPIRE', key('order:' .. contact), keep)
redis.call('HSET', ckey, 'heard', now)
keep_contact(contact, now, keep)
redis.call('PEXPIRE', pkey, keep)
emit(now, 'message.received', 'contact', contact, 'message', message, 'n', n)

return {1, advance('inbox', person, now, ARGV[8])}

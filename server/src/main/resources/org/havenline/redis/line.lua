-- Shared by every script of a line, put in front of it.
-- KEYS[1] is the line's prefix, "{line}": every other key begins with it and so lies in its slot.
local line = KEYS[1]

local function key(name)
  return line .. ':' .. name
end

-- Appends to the line's event log; numbers have no gaps, so a reader knows when it missed one.
local function emit(now, type, ...)
  local seq = redis.call('INCR', key('seq'))
  redis.call('XADD', key('events'), 'MAXLEN', '~', 100000, seq .. '-0',
    'type', type, 'at', now, ...)
  return seq
end

-- Tables (see org.havenline.queue.Turnover): is this the newest stamp the line has seen?
local function is_newest(stamp)
  return tonumber(redis.call('GET', key('ruled')) or 0) <= tonumber(stamp)
end

-- Was the contact placed by the very tables of this stamp, and are there no newer ones?
local function ruled_by(contact, stamp)
  return is_newest(stamp)
    and tonumber(redis.call('HGET', key('contact:' .. contact), 'ruled') or 0) == tonumber(stamp)
end

-- Lanes (see org.havenline.lane): is the claim still the newest one?
local function holds(name, lane, epoch)
  return redis.call('HGET', key(name .. ':claims'), lane) == epoch
end

-- Takes the done item off a lane the caller holds and answers with the next, or false when the
-- lane is empty and so leaves the list of lanes.
local function advance(name, lane, now, lease)
  redis.call('LPOP', key(name .. ':' .. lane))
  redis.call('HDEL', key(name .. ':tries'), lane)
  local head = redis.call('LINDEX', key(name .. ':' .. lane), 0)
  if head then
    redis.call('ZADD', key(name), now + lease, lane)
    return head
  end
  redis.call('ZREM', key(name), lane)
  redis.call('HDEL', key(name .. ':claims'), lane)
  return false
end

-- Whoever interprets for a contact is free for another.
local function release_interpreter(contact)
  local interpreter = redis.call('HGET', key('contact:' .. contact), 'interpreter')
  if interpreter and redis.call('HGET', key('interpreting'), interpreter) == contact then
    redis.call('HDEL', key('interpreting'), interpreter)
  end
end

-- Is this name among those joined by line feeds?
local function lists(joined, one)
  return joined and string.find('\n' .. joined .. '\n', '\n' .. one .. '\n', 1, true) ~= nil
end

-- The same names but for this one.
local function without(joined, one)
  local names = {}
  for name in string.gmatch(joined or '', '[^\n]+') do
    if name ~= one then
      table.insert(names, name)
    end
  end
  return table.concat(names, '\n')
end

-- The same names with this one in front, at most so many.
local function in_front(joined, one, most)
  local names = {one}
  for name in string.gmatch(joined or '', '[^\n]+') do
    if name ~= one and #names < most then
      table.insert(names, name)
    end
  end
  return table.concat(names, '\n')
end

local function is_high(risk)
  return risk == 'HIGH' or risk == 'IMMEDIATE'
end

-- How many contacts of high risk in a row he has taken or is asked about (also those that became so
-- in his hands), whether he has one now, and when the last began or ended (ms).
local function strain(responder)
  local found = redis.call('HMGET', key('responder:' .. responder), 'in-a-row', 'strained')
  local row, in_hand = tonumber(found[1] or 0), false
  for _, contact in ipairs(redis.call('HKEYS', key('holds:' .. responder))) do
    local held = redis.call('HMGET', key('contact:' .. contact), 'risk', 'counted')
    if is_high(held[1]) then
      in_hand = true
      row = held[2] == responder and row or row + 1
    end
  end
  return row, in_hand, found[2] or '0'
end

-- A contact leaves him, given up or ended: from here on he rests, if it was one of high risk.
local function eased(responder, contact, now)
  local seen = redis.call('HMGET', key('contact:' .. contact), 'risk', 'counted')
  if is_high(seen[1]) then
    redis.call('HSET', key('responder:' .. responder), 'strained', now)
    if seen[2] ~= responder then
      redis.call('HINCRBY', key('responder:' .. responder), 'in-a-row', 1)
    end
  end
end

-- The queue (see org.havenline.queue.Board): a contact comes into its place.
local function to_queue(contact, at)
  redis.call('ZADD', key('waiting'), at, contact)
  redis.call('ZADD', key('waiting:' .. redis.call('HGET', key('contact:' .. contact), 'channel')), at, contact)
end

-- One that waits comes into another place; one that does not wait does not begin to.
local function move_in_queue(contact, at)
  if redis.call('ZSCORE', key('waiting'), contact) then
    to_queue(contact, at)
  end
end

local function out_of_queue(contact, channel)
  redis.call('ZREM', key('waiting'), contact)
  redis.call('ZREM', key('waiting:' .. channel), contact)
end

-- A contact that nobody is asked about and nobody has any more is back in its own place in the queue.
-- who: whom it was with, a line each
local function to_its_place(contact, who, why, now)
  local ckey = key('contact:' .. contact)
  release_interpreter(contact)
  redis.call('HDEL', ckey, 'interpreter')
  local seen = redis.call('HMGET', ckey, 'epoch', 'virtual')
  redis.call('ZREM', key('timers'), 'offer|' .. contact .. '|' .. seen[1])
  redis.call('HSET', ckey, 'state', 'queued', 'responder', '', 'counted', '', 'since', now)
  -- once she was answered, escalation had ended; it goes on, unless somebody takes her soon
  redis.call('ZADD', key('timers'), 'NX', now + 60000, 'step|' .. contact)
  to_queue(contact, seen[2])
  emit(now, 'contact.returned', 'contact', contact, 'responder', who, 'why', why)
end

-- This responder is not asked about a contact any more, or does not have it any more. Unless others are still
-- asked about it, it goes back to its own place in the queue.
-- why: declined, expired, withdrawn, lost, given-back
local function requeue(contact, responder, why, now)
  local ckey = key('contact:' .. contact)
  redis.call('HDEL', key('holds:' .. responder), contact)
  if redis.call('EXISTS', ckey) == 0 then
    return -- it has run out: nothing is left to serve
  end
  local seen = redis.call('HMGET', ckey, 'asked', 'state', 'responder')
  if not lists(seen[3], responder) then
    return
  end
  redis.call('HSET', ckey, 'asked', in_front(seen[1], responder, 100))
  redis.call('HDEL', ckey, 'reasons ' .. responder)
  redis.call('HSET', key('responder:' .. responder), 'idle', now)
  if seen[2] == 'connected' then
    eased(responder, contact, now)
  end
  local others = without(seen[3], responder)
  if others == '' then
    to_its_place(contact, responder, why, now)
  else
    redis.call('HSET', ckey, 'responder', others)
    emit(now, 'contact.offer-ended', 'contact', contact, 'responder', responder, 'why', why)
  end
end

-- None of these is asked about a contact any more, and none of them had a say in it: each keeps her turn.
local function spare(contact, joined)
  for responder in string.gmatch(joined, '[^\n]+') do
    redis.call('HDEL', key('holds:' .. responder), contact)
    redis.call('HDEL', key('contact:' .. contact), 'reasons ' .. responder)
  end
end

-- What was decided about a contact has changed. Were several asked about it at once, nobody is any more, and it
-- is back in its place; an offer to one alone stays. Returns whether it did that.
local function unsettle(contact, now)
  local seen = redis.call('HMGET', key('contact:' .. contact), 'state', 'round', 'responder')
  if seen[1] ~= 'offered' or tonumber(seen[2] or 1) == 1 then
    return false
  end
  spare(contact, seen[3])
  to_its_place(contact, seen[3], 'changed', now)
  return true
end

-- Is asked nothing more until he says that he is there.
local function off_duty(responder, now)
  local rkey = key('responder:' .. responder)
  redis.call('SREM', key('on-duty'), responder)
  if redis.call('HGET', rkey, 'state') ~= 'away' then
    redis.call('HSET', rkey, 'state', 'away')
    emit(now, 'responder.presence', 'responder', responder, 'state', 'away')
  end
end

-- A contact is kept for so long from now (ms), or until none of its referrals needs it any more, if that is
-- longer (see org.havenline.referral.given.Referrals); they go with it.
local function keep_contact(contact, now, ms)
  local ckey = key('contact:' .. contact)
  local needed = tonumber(redis.call('HGET', ckey, 'needed') or 0) - tonumber(now)
  local rest = math.max(tonumber(ms), needed)
  redis.call('PEXPIRE', ckey, rest)
  redis.call('PEXPIRE', key('referrals:' .. contact), rest)
end

-- May she be written to now: until when she said that it is safe, and while she writes herself?
local function may_write(contact, now)
  local seen = redis.call('HMGET', key('contact:' .. contact), 'write-until', 'heard')
  return not seen[1] or tonumber(now) <= tonumber(seen[1])
    or tonumber(now) - tonumber(seen[2] or 0) <= 900000
end

-- May her telephone be rung now: until when she said that it is safe; else only just after she was heard of.
-- Stricter than a text: who has hung up may not have her telephone in her hand.
local function may_call(contact, now)
  local seen = redis.call('HMGET', key('contact:' .. contact), 'write-until', 'heard', 'left')
  if seen[1] then
    return tonumber(now) <= tonumber(seen[1])
  end
  return tonumber(now) - math.max(tonumber(seen[2] or 0), tonumber(seen[3] or 0)) <= 900000
end

-- Telephones that are rung for one call are rung for another from now on, of the same person.
local function take_over(call, by)
  for _, leg in ipairs(redis.call('LRANGE', key('legs:' .. call), 0, -1)) do
    redis.call('HSET', key('leg:' .. leg), 'call', by)
    redis.call('RPUSH', key('legs:' .. by), leg)
  end
  redis.call('PEXPIRE', key('legs:' .. by), 86400000)
  redis.call('DEL', key('legs:' .. call))
end

-- Something of a call is to be looked at, by whoever works on calls.
local function look_at(call, now)
  local lane = key('calls:' .. call)
  local claimed = redis.call('HEXISTS', key('calls:claims'), call) == 1
  local waits = redis.call('LLEN', lane)
  if waits == 0 or (claimed and waits < 2) then
    redis.call('RPUSH', lane, 'look')
  end
  if not claimed then
    redis.call('ZADD', key('calls'), now, call)
  end
end

-- The same, half a minute from now, unless something happens before.
local function look_later(call, now)
  if redis.call('LLEN', key('calls:' .. call)) == 0 then
    redis.call('RPUSH', key('calls:' .. call), 'look')
    redis.call('ZADD', key('calls'), tonumber(now) + 30000, call)
  end
end

-- What is heard of a leg: its id at the provider, and how far it has come, which never goes back.
-- Returns its fields and their values; none when nothing is known of it, or the id is of another call.
local function goes_on(leg, sid, state, rank, why)
  local name = key('leg:' .. leg)
  local seen = redis.call('HMGET', name, 'sid', 'rank')
  if not seen[1] or (sid ~= '' and seen[1] ~= '' and seen[1] ~= sid) then
    return {}
  end
  if sid ~= '' and seen[1] == '' then
    redis.call('HSET', name, 'sid', sid)
  end
  if tonumber(rank) > tonumber(seen[2]) then
    redis.call('HSET', name, 'state', state, 'rank', rank, 'why', why)
  end
  return redis.call('HGETALL', name)
end

-- A call as a caller is answered by it: its fields, the contact its person has open with its fields, and how many
-- wait before her, or "" when she does not wait.
local function with_contact(call, person)
  local contact = redis.call('HGET', key('person:' .. person), 'contact')
  local fields = contact and redis.call('HGETALL', key('contact:' .. contact)) or {}
  if #fields == 0 then
    return {redis.call('HGETALL', key('call:' .. call)), '', {}, ''}
  end
  local before = redis.call('ZRANK', key('waiting'), contact)
  return {redis.call('HGETALL', key('call:' .. call)), contact, fields, before and tostring(before) or ''}
end

-- Is this responder the owner of the conversation, and is that still the newest ownership?
local function owns(contact, responder, epoch)
  local found = redis.call('HMGET', key('contact:' .. contact), 'state', 'responder', 'epoch')
  return found[1] == 'connected' and found[2] == responder and found[3] == epoch
end

-- Adds an outgoing message to a conversation's order (when n is wanted) and to a lane of the outbox.
local function send(lane, contact, message, by, now, notafter, keep, numbered)
  local mkey = key('message:' .. message)
  local n = 0
  if numbered then
    n = redis.call('HINCRBY', key('contact:' .. contact), 'messages', 1)
    redis.call('RPUSH', key('order:' .. contact), message)
  end
  redis.call('HSET', mkey, 'contact', contact, 'n', n, 'by', by, 'at', now,
    'state', 'queued', 'rank', 0, 'not-after', notafter)
  redis.call('PEXPIRE', mkey, keep)
  redis.call('RPUSH', key('outbox:' .. lane), message)
  redis.call('ZADD', key('outbox'), 'NX', now, lane)
  if numbered then
    emit(now, 'message.written', 'contact', contact, 'message', message, 'n', n)
  end
  return n
end

-- Texts somebody on call about a contact; not part of its conversation.
local function page(contact, message, sealed, now, notafter, keep)
  send('page-' .. contact, contact, message, 'page', now, notafter, keep, false)
  redis.call('HSET', key('message:' .. message), 'to', sealed)
end

-- Texts somebody who is no contact, such as a service, by a lane of its own; nothing of it is told to the desk.
local function letter(to, message, sealed, now, notafter, keep)
  local mkey, lane = key('message:' .. message), 'letter-' .. to
  redis.call('HSET', mkey, 'contact', '', 'n', 0, 'by', 'letter', 'at', now, 'state', 'queued', 'rank', 0,
    'not-after', notafter, 'letter', sealed)
  redis.call('PEXPIRE', mkey, keep)
  redis.call('RPUSH', key('outbox:' .. lane), message)
  redis.call('ZADD', key('outbox'), 'NX', now, lane)
end

-- Raises the delivery state of an outgoing message; a lower one changes nothing.
local function advance_state(message, state, rank, code, now)
  local mkey = key('message:' .. message)
  local seen = redis.call('HMGET', mkey, 'rank', 'contact', 'n')
  if rank <= tonumber(seen[1] or 0) then
    return 0
  end
  redis.call('HSET', mkey, 'state', state, 'rank', rank, 'code', code)
  if seen[2] == '' then
    return 1 -- a letter
  end
  if code == '21610' then
    redis.call('HSET', key('contact:' .. seen[2]), 'textable', 0)
  end
  emit(now, 'message.state', 'contact', seen[2], 'message', message, 'n', seen[3],
    'state', state, 'code', code)
  return 1
end

-- Who answers her is remembered, for her and for the limits of what one can bear.
local function answers(contact, responder, now)
  local ckey, rkey = key('contact:' .. contact), key('responder:' .. responder)
  local found = redis.call('HMGET', ckey, 'person', 'answered', 'risk')
  local pkey = key('person:' .. found[1])
  redis.call('HSET', ckey, 'answered', in_front(found[2], responder, 100))
  redis.call('HSET', pkey, 'known', in_front(redis.call('HGET', pkey, 'known'), responder, 5))
  if is_high(found[3]) then
    redis.call('HSET', ckey, 'counted', responder)
    redis.call('HINCRBY', rkey, 'in-a-row', 1)
    redis.call('HSET', rkey, 'strained', now)
  else
    redis.call('HSET', rkey, 'in-a-row', 0)
  end
end

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


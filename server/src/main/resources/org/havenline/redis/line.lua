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


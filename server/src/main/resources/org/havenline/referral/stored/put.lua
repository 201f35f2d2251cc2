-- Stores records of the directory (see org.havenline.referral.stored.Directory), each only if it
-- is still as it was when this was decided.
-- ARGV: 1 now, then for each record: id, the revision it was decided on (0: none), its mark,
--       the record, the original, keyed digests of the numbers it reports by, a line each ('' leaves either as it is)
-- Returns the ids that had changed meanwhile.

-- From now on the service speaks by these numbers and no others.
local function speaks_by(id, numbers)
  for number in string.gmatch(redis.call('HGET', key('reporting'), id) or '', '[^\n]+') do
    local ids = without(redis.call('HGET', key('reporters'), number), id)
    if ids == '' then
      redis.call('HDEL', key('reporters'), number)
    else
      redis.call('HSET', key('reporters'), number, ids)
    end
  end
  for number in string.gmatch(numbers, '[^\n]+') do
    redis.call('HSET', key('reporters'), number, in_front(without(redis.call('HGET', key('reporters'), number), id), id, 100))
  end
  if numbers == '' then
    redis.call('HDEL', key('reporting'), id)
  else
    redis.call('HSET', key('reporting'), id, numbers)
  end
end

local skipped = {}
for i = 2, #ARGV, 6 do
  local id = ARGV[i]
  local mark = redis.call('HGET', key('marks'), id)
  local revision = mark and string.match(mark, '^%d+') or '0'
  if revision ~= ARGV[i + 1] then
    table.insert(skipped, id)
  else
    revision = string.format('%d', tonumber(revision) + 1)
    redis.call('HSET', key('marks'), id, revision .. ' ' .. ARGV[i + 2])
    if ARGV[i + 3] ~= '' then
      redis.call('HSET', key('records'), id, ARGV[i + 3])
      speaks_by(id, ARGV[i + 5])
    end
    if ARGV[i + 4] ~= '' then
      redis.call('HSET', key('originals'), id, ARGV[i + 4])
    end
    emit(ARGV[1], 'service.changed', 'service', id, 'revision', revision)
  end
end
return skipped

// Where what is heard of a segment is fetched: read again in media.ts.

/** `key` names the sound, so what stands at an address never changes. */
export const segmentAddress = (
  projectId: string,
  { chapterId, segmentId, key }: { chapterId: string; segmentId: string; key: string },
): string => `/media/segment/${projectId}/${chapterId}/${segmentId}/${key}.mp4`

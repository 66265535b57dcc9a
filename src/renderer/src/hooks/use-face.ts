// Hands every screen what it may use.
import { createContext, useContext } from 'react'
import type { Face } from '../state/face.ts'

export const FaceContext = createContext<Face | null>(null)

export function useFace(): Face {
  const face = useContext(FaceContext)
  if (face === null) throw new Error('a component outside of the face')
  return face
}

// The studio.
export const StudioScreen = ({ projectId }: { projectId: string }) => <p>{projectId}</p>

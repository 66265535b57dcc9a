// The settings.
export const SettingsScreen = () => <p />

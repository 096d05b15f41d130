// The dashboard.
import './frame.js';
